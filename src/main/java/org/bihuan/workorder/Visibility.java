package org.bihuan.workorder;

/** Who may read a note. */
public enum Visibility {
    INTERNAL,
    PUBLIC
}
