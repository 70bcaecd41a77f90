package org.bihuan.company;

import java.util.Optional;

/** Whether somebody still has to set this installation up. */
public interface InitialSetUp {
    /** The one-time token this start has printed; empty once a company exists. */
    Optional<String> token();
}
