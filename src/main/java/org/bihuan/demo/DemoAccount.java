package org.bihuan.demo;

/** One account of the demo estate, with its password in clear: it exists to be shown to whoever tries the demo. */
public record DemoAccount(String role, String username, String password, String displayName) {

    /** Without the password, so that none gets into a log by chance. */
    @Override
    public String toString() {
        return "DemoAccount[role=" + role + ", username=" + username + "]";
    }
}
