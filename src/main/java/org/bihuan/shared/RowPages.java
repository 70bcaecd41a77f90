package org.bihuan.shared;

import java.util.List;

/** The rows of a list, some at a time. */
@FunctionalInterface
public interface RowPages<R> {
    /** The next ones in order; none at the end. */
    List<R> next();
}
