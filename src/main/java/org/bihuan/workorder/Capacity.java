package org.bihuan.workorder;

/** In which capacity somebody acts on one particular work order. */
public enum Capacity {
    ASSIGNEE("TECHNICIAN"),
    DESK("FRONT_DESK"),
    MANAGER("MANAGER"),
    OWNER("OWNER"),
    SYSTEM("SYSTEM");

    private final String role;

    Capacity(String role) {
        this.role = role;
    }

    /** As the timeline shows it. */
    public String role() {
        return role;
    }
}
