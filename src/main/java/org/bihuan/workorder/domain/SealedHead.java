package org.bihuan.workorder.domain;

import java.util.UUID;

/**
 * What a seal says of one order: which line was its last one, and the hash of it.
 *
 * @param seal the number of the seal
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its parts only
record SealedHead(UUID order, int seq, byte[] hash, int seal) {}
