package org.bihuan.workorder.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.company.Role;
import org.bihuan.company.Staff.Colleague;
import org.bihuan.workorder.ClockName;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of a deadline (domain.md, The clocks). The assignee is warned; at the breach their managers hear as well; above it
 * managers and administrators. What is the desk's to do, or nobody's yet, is said to the desk in the assignee's place.
 *
 * <p>Silence is never possible: where nobody is there, the next level hears; where everybody is on leave, the lowest level that
 * has anybody hears in spite of it; and every company has an administrator.
 */
final class AudienceRule {
    private AudienceRule() {}

    /** In the order in which one stands in for the other. */
    private enum Level {
        ASSIGNEE,
        DESK,
        MANAGERS,
        ADMINISTRATORS
    }

    /**
     * @param assigned whether the order is somebody's, whatever has become of them
     * @param assignee null when nobody is assigned, or when their account is disabled
     * @param staff everybody enabled who works in the community
     */
    record People(
            boolean assigned, @Nullable Colleague assignee, List<Colleague> staff, List<Colleague> administrators) {
        private List<Colleague> at(Level level) {
            return switch (level) {
                case ASSIGNEE -> Stream.ofNullable(assignee).toList();
                case DESK -> with(Role.FRONT_DESK);
                case MANAGERS -> with(Role.MANAGER);
                case ADMINISTRATORS -> administrators;
            };
        }

        private List<Colleague> with(Role role) {
            return staff.stream()
                    .filter(colleague -> colleague.roles().contains(role))
                    .toList();
        }

        private List<Colleague> thereAt(Level level) {
            return at(level).stream().filter(colleague -> !colleague.away()).toList();
        }
    }

    /** Nobody twice; never empty as long as there is an administrator. */
    static List<Colleague> audience(ClockName clock, AnnouncementStep step, People people) {
        List<Level> wanted = levels(people.assigned() && isTheAssignees(clock), step);
        Set<Colleague> audience = new LinkedHashSet<>();
        for (Level level : wanted) {
            audience.addAll(firstThere(level, people));
        }
        return audience.isEmpty() ? inSpiteOfLeave(wanted.getFirst(), people) : List.copyOf(audience);
    }

    private static boolean isTheAssignees(ClockName clock) {
        return switch (clock) {
            case ACCEPT, ARRIVE, FINISH -> true;
            case DISPATCH, FIRST_ANSWER, FOLLOW_UP -> false;
        };
    }

    private static List<Level> levels(boolean theAssignees, AnnouncementStep step) {
        Level first = theAssignees ? Level.ASSIGNEE : Level.DESK;
        return switch (step) {
            case WARNED -> List.of(first);
            case BREACHED -> List.of(first, Level.MANAGERS);
            case ESCALATED, ESCALATED_AGAIN -> List.of(Level.MANAGERS, Level.ADMINISTRATORS);
        };
    }

    private static List<Colleague> firstThere(Level level, People people) {
        return upFrom(level)
                .map(people::thereAt)
                .filter(there -> !there.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Colleague> inSpiteOfLeave(Level lowest, People people) {
        return upFrom(lowest)
                .map(people::at)
                .filter(anybody -> !anybody.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Stream<Level> upFrom(Level level) {
        return Stream.of(Level.values()).filter(other -> other.compareTo(level) >= 0);
    }
}
