package org.bihuan.company;

/** What somebody is, and so what they may do. */
public enum Role {
    FRONT_DESK,
    TECHNICIAN,
    MANAGER,
    ADMIN,
    OPERATOR,
    OWNER;

    /** The names for annotations, which take constants only. */
    public static final class Names {
        public static final String FRONT_DESK = "FRONT_DESK";
        public static final String TECHNICIAN = "TECHNICIAN";
        public static final String MANAGER = "MANAGER";
        public static final String ADMIN = "ADMIN";
        public static final String OPERATOR = "OPERATOR";
        public static final String OWNER = "OWNER";

        private Names() {}
    }
}
