package org.bihuan.shared;

import java.util.UUID;

/** An identifier of one kind of thing. Each kind has its own record, so that the compiler keeps them apart. */
public interface Id {
    UUID value();
}
