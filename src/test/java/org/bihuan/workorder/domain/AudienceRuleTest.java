package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bihuan.company.AccountId;
import org.bihuan.company.Role;
import org.bihuan.company.Staff.Colleague;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.domain.AudienceRule.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AudienceRuleTest {
    private static final Colleague ASSIGNEE = there("assignee", Role.TECHNICIAN);
    private static final Colleague DESK = there("desk", Role.FRONT_DESK);
    private static final Colleague SECOND_DESK = there("second desk", Role.FRONT_DESK);
    private static final Colleague MANAGER = there("manager", Role.MANAGER);
    private static final Colleague ADMINISTRATOR = there("administrator", Role.ADMIN);
    private static final Colleague BYSTANDER = there("another technician", Role.TECHNICIAN);

    private static Colleague there(String name, Role... roles) {
        return new Colleague(AccountId.next(), name, EnumSet.copyOf(Set.of(roles)), false);
    }

    private static Colleague onLeave(Colleague colleague) {
        return new Colleague(colleague.id(), colleague.displayName(), colleague.roles(), true);
    }

    private static People assigned(@Nullable Colleague assignee, Colleague... staff) {
        return new People(true, assignee, List.of(staff), List.of(ADMINISTRATOR));
    }

    private static People unassigned(Colleague... staff) {
        return new People(false, null, List.of(staff), List.of(ADMINISTRATOR));
    }

    private static String heardBy(ClockName clock, AnnouncementStep step, People people) {
        List<String> names = AudienceRule.audience(clock, step, people).stream()
                .map(Colleague::displayName)
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        return String.join(", ", names);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT,       WARNED,          'assignee'",
        "ARRIVE,       BREACHED,        'assignee, manager'",
        "FINISH,       ESCALATED,       'manager, administrator'",
        "FINISH,       ESCALATED_AGAIN, 'manager, administrator'",
        "DISPATCH,     WARNED,          'desk, second desk'",
        "FIRST_ANSWER, BREACHED,        'desk, second desk, manager'",
        "FOLLOW_UP,    ESCALATED,       'manager, administrator'",
    })
    void everyStepReachesOneLevelMore(ClockName clock, AnnouncementStep step, String heard) {
        assertThat(heardBy(clock, step, assigned(ASSIGNEE, DESK, SECOND_DESK, MANAGER, BYSTANDER)))
                .isEqualTo(heard);
    }

    @ParameterizedTest
    @EnumSource(ClockName.class)
    void ofWhatIsNobodysTheDeskHears(ClockName clock) {
        People nobodys = unassigned(DESK, MANAGER, BYSTANDER);
        assertThat(heardBy(clock, AnnouncementStep.WARNED, nobodys)).isEqualTo("desk");
        assertThat(heardBy(clock, AnnouncementStep.BREACHED, nobodys)).isEqualTo("desk, manager");
    }

    @Test
    void forAnAssigneeOnLeaveTheDeskHears() {
        People people = assigned(onLeave(ASSIGNEE), DESK, MANAGER);
        assertThat(heardBy(ClockName.ARRIVE, AnnouncementStep.WARNED, people)).isEqualTo("desk");
        assertThat(heardBy(ClockName.ARRIVE, AnnouncementStep.BREACHED, people)).isEqualTo("desk, manager");
    }

    @Test
    void forAnAssigneeWhoseAccountIsDisabledTheDeskHears() {
        assertThat(heardBy(ClockName.FINISH, AnnouncementStep.WARNED, assigned(null, DESK, MANAGER)))
                .isEqualTo("desk");
    }

    @Test
    void whereACommunityHasNoDeskItsManagersHear() {
        assertThat(heardBy(ClockName.DISPATCH, AnnouncementStep.WARNED, unassigned(MANAGER, BYSTANDER)))
                .isEqualTo("manager");
    }

    @Test
    void forManagersOnLeaveTheAdministratorsHear() {
        People people = assigned(ASSIGNEE, DESK, onLeave(MANAGER));
        assertThat(heardBy(ClockName.FINISH, AnnouncementStep.BREACHED, people)).isEqualTo("assignee, administrator");
        assertThat(heardBy(ClockName.FINISH, AnnouncementStep.ESCALATED, people))
                .isEqualTo("administrator");
    }

    @Test
    void whereNobodyWorksTheAdministratorsHear() {
        assertThat(heardBy(ClockName.DISPATCH, AnnouncementStep.WARNED, unassigned()))
                .isEqualTo("administrator");
    }

    @Test
    void whenEverybodyIsOnLeaveTheLowestLevelThatHasAnybodyHearsAllTheSame() {
        List<Colleague> admins = List.of(onLeave(ADMINISTRATOR));
        List<Colleague> staff = List.of(onLeave(MANAGER));
        People people = new People(false, null, staff, admins);
        assertThat(heardBy(ClockName.DISPATCH, AnnouncementStep.WARNED, people)).isEqualTo("manager");
        People more = new People(true, onLeave(ASSIGNEE), staff, admins);
        assertThat(heardBy(ClockName.FINISH, AnnouncementStep.BREACHED, more)).isEqualTo("assignee");
        assertThat(heardBy(ClockName.FINISH, AnnouncementStep.ESCALATED, more)).isEqualTo("manager");
    }

    @Test
    void whoHasTwoRolesHearsOnce() {
        Colleague both = there("desk and manager", Role.FRONT_DESK, Role.MANAGER);
        assertThat(heardBy(ClockName.DISPATCH, AnnouncementStep.BREACHED, unassigned(both)))
                .isEqualTo("desk and manager");
    }

    /** Every clock and step with every group there, on leave or missing. */
    @Test
    void silenceIsNeverPossible() {
        for (Colleague desk : states(DESK)) {
            for (Colleague manager : states(MANAGER)) {
                for (Colleague administrator : List.of(ADMINISTRATOR, onLeave(ADMINISTRATOR))) {
                    List<Colleague> staff = List.of(desk, manager);
                    everyStepIsHeard(new People(false, null, staff, List.of(administrator)));
                    everyStepIsHeard(new People(true, null, staff, List.of(administrator)));
                    everyStepIsHeard(new People(true, ASSIGNEE, staff, List.of(administrator)));
                    everyStepIsHeard(new People(true, onLeave(ASSIGNEE), staff, List.of(administrator)));
                }
            }
        }
    }

    /** The bystander is neither desk nor manager. */
    private static List<Colleague> states(Colleague colleague) {
        return List.of(colleague, onLeave(colleague), BYSTANDER);
    }

    private static void everyStepIsHeard(People people) {
        for (ClockName clock : ClockName.values()) {
            assertThat(Arrays.stream(AnnouncementStep.values()))
                    .allSatisfy(step -> assertThat(AudienceRule.audience(clock, step, people))
                            .isNotEmpty());
        }
    }
}
