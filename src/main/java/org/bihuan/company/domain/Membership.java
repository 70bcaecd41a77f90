package org.bihuan.company.domain;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** That an account works in a community. */
@Embeddable
record Membership(UUID companyId, UUID communityId) {}
