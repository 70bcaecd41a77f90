package org.bihuan.company;

import java.util.Optional;

/** The companies of the installation: their names, and the short numbers that stand in front of tracking tokens. */
public interface Companies {
    long number(CompanyId company);

    /** As it stands under its letters. */
    String name(CompanyId company);

    Optional<CompanyId> byNumber(long number);
}
