package org.bihuan.workorder.domain;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.bihuan.workorder.ClockName.ACCEPT;
import static org.bihuan.workorder.ClockName.ARRIVE;
import static org.bihuan.workorder.ClockName.DISPATCH;
import static org.bihuan.workorder.ClockName.FINISH;
import static org.bihuan.workorder.ClockName.FIRST_ANSWER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Priority;
import org.bihuan.workorder.domain.ClockPlan.Allowance;
import org.jspecify.annotations.Nullable;

/** What a company starts with (domain.md, The clocks), each with where it is from. */
final class ClockDefaults {
    private static final String HOUSE = "内部规定 · House rule";
    private static final String IN_TIME_TO_ARRIVE = "内部规定，保证按时到场 · House rule, so that somebody arrives in time";
    private static final String ON_SITE =
            "北京市住宅物业服务标准（2025）：15分钟内到场 · Beijing residential property service standard 2025: on site in 15 minutes";
    private static final String SAME_NIGHT =
            "原建设部规定：家庭水电当夜修复 · Former ministry rule: household water and power the same night";
    private static final String URGENT_REPAIR =
            "物业管理协会服务等级标准：急修30至60分钟到场 · Association grade standard: urgent repair within 30 to 60 minutes";
    private static final String SMALL_REPAIR = "原建设部规定：小修3天内完成 · Former ministry rule: small repairs within 3 days";
    private static final String FIRST_WORD =
            "北京市住宅物业服务标准（2025）：4小时内告知处理情况 · Beijing 2025: state of handling to the owner within 4 hours";

    static final List<Start> ALL = all();

    private ClockDefaults() {}

    /** @param kind null for all kinds that have nothing of their own */
    record Start(@Nullable Kind kind, Priority priority, ClockName clock, Allowance allowance, String source) {
        ClockRule rule() {
            return new ClockRule(kind, priority, null, clock, allowance);
        }
    }

    private static List<Start> all() {
        List<Start> all = new ArrayList<>();
        add(all, null, Priority.EMERGENCY, DISPATCH, always(ofMinutes(5)), IN_TIME_TO_ARRIVE);
        add(all, null, Priority.EMERGENCY, ACCEPT, always(ofMinutes(5)), IN_TIME_TO_ARRIVE);
        add(all, null, Priority.EMERGENCY, ARRIVE, always(ofMinutes(15)), ON_SITE);
        add(all, null, Priority.EMERGENCY, FINISH, always(ofHours(24)), SAME_NIGHT);
        add(all, null, Priority.URGENT, DISPATCH, always(ofMinutes(15)), IN_TIME_TO_ARRIVE);
        add(all, null, Priority.URGENT, ACCEPT, always(ofMinutes(15)), IN_TIME_TO_ARRIVE);
        add(all, null, Priority.URGENT, ARRIVE, always(ofHours(1)), URGENT_REPAIR);
        add(all, null, Priority.URGENT, FINISH, always(ofHours(24)), HOUSE);
        add(all, null, Priority.NORMAL, DISPATCH, working(ofMinutes(30)), HOUSE);
        add(all, null, Priority.NORMAL, ACCEPT, working(ofMinutes(30)), HOUSE);
        add(all, null, Priority.NORMAL, ARRIVE, working(days(1)), HOUSE);
        add(all, null, Priority.NORMAL, FINISH, working(days(3)), SMALL_REPAIR);
        add(all, null, Priority.LOW, DISPATCH, working(ofHours(4)), HOUSE);
        add(all, null, Priority.LOW, ACCEPT, working(ofHours(4)), HOUSE);
        add(all, null, Priority.LOW, ARRIVE, working(days(3)), HOUSE);
        add(all, null, Priority.LOW, FINISH, working(days(7)), HOUSE);
        addComplaints(all);
        return List.copyOf(all);
    }

    /** A complaint has a row of its own; an urgent one keeps what is stricter. */
    private static void addComplaints(List<Start> all) {
        for (Priority priority : List.of(Priority.NORMAL, Priority.LOW)) {
            add(all, Kind.COMPLAINT, priority, DISPATCH, working(ofMinutes(30)), HOUSE);
            add(all, Kind.COMPLAINT, priority, ACCEPT, working(ofHours(1)), HOUSE);
            add(all, Kind.COMPLAINT, priority, FIRST_ANSWER, working(ofHours(4)), FIRST_WORD);
            add(all, Kind.COMPLAINT, priority, FINISH, working(days(3)), HOUSE);
        }
        add(all, Kind.COMPLAINT, Priority.EMERGENCY, FIRST_ANSWER, always(ofHours(4)), FIRST_WORD);
        add(all, Kind.COMPLAINT, Priority.URGENT, FIRST_ANSWER, always(ofHours(4)), FIRST_WORD);
    }

    private static void add(
            List<Start> all,
            @Nullable Kind kind,
            Priority priority,
            ClockName clock,
            Allowance allowance,
            String source) {
        all.add(new Start(kind, priority, clock, allowance, source));
    }

    private static Allowance always(Duration duration) {
        return new Allowance(duration, true);
    }

    private static Allowance working(Duration duration) {
        return new Allowance(duration, false);
    }

    private static Duration days(int number) {
        return ClockPlan.WORKING_DAY.multipliedBy(number);
    }
}
