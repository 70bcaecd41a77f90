package org.bihuan.company;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** What accounts must know about the estate, which is a module above this one and answers it. */
public interface EstateDirectory {
    /** Those of the given communities that the present company does not have. */
    Set<UUID> unknownCommunities(Collection<UUID> communities);

    /** The communities a resident lives in or has lived in; empty for a resident who does not exist. */
    Set<UUID> communitiesOf(UUID resident);

    /** Those of the residents who live or have lived in one of the communities. */
    Set<UUID> residentsIn(Set<UUID> communities, Set<UUID> residents);
}
