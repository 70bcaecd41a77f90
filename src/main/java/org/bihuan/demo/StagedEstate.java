package org.bihuan.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bihuan.demo.DemoStaff.Member;

/**
 * An estate ready for the day.
 *
 * @param desks the clerks; at least two, because who answered a matter may not also ring back about it
 * @param crews the technicians of each trade
 * @param accounts the accounts that were made for it
 */
record StagedEstate(
        String communityId,
        ZoneId zone,
        Member manager,
        List<Member> desks,
        Map<String, List<Member>> crews,
        DemoAccounts accounts) {

    /** A technician of the trade; turns go round, so that {@code turn + 1} is somebody else wherever there are two. */
    Member technician(String crew, int turn) {
        List<Member> members = crews.get(crew);
        if (members == null) {
            throw new IllegalStateException("the estate has nobody for " + crew);
        }
        return members.get(turn % members.size());
    }

    ApiClient desk(int turn) {
        return desks.get(turn % desks.size()).client();
    }
}
