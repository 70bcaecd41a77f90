package org.bihuan.estate;

/** How a resident belongs to a unit. */
public enum Relation {
    OWNER,
    TENANT,
    FAMILY
}
