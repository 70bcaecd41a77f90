package org.bihuan.company;

import java.util.Optional;

/** The companies of the installation, by the short number that stands in front of tracking tokens. */
public interface Companies {
    long number(CompanyId company);

    Optional<CompanyId> byNumber(long number);
}
