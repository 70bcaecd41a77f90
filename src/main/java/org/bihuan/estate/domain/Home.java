package org.bihuan.estate.domain;

import java.util.UUID;
import org.bihuan.estate.Estate;

/** An occupancy together with what says where it is. */
public record Home(Estate.Occupancy occupancy, String unitCode, UUID communityId) {}
