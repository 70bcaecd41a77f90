package org.bihuan.company;

import java.util.Optional;

/** Looks again at who somebody is, for what goes on longer than a request. */
public interface Callers {
    /**
     * The same person with the rights they have now. Needs no company to be entered.
     *
     * @return empty when they have signed out, or may not sign in any more
     */
    Optional<Caller> now(Caller known);
}
