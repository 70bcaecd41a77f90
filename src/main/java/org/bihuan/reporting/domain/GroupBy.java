package org.bihuan.reporting.domain;

/** By what the figures of a report are set apart. */
public enum GroupBy {
    NONE("''"),
    KIND("f.kind"),
    PRIORITY("f.priority"),
    CHANNEL("f.channel"),
    CATEGORY("f.category"),
    BUILDING("cast(f.building_id as text)"),
    TECHNICIAN("f.technician"),
    AGE("f.age"),
    HOUR("to_char(f.at at time zone cast(:zone as text), 'HH24')"),
    DAY("to_char(f.at at time zone cast(:zone as text), 'YYYY-MM-DD')"),
    WEEK("to_char(date_trunc('week', f.at at time zone cast(:zone as text)), 'YYYY-MM-DD')"),
    MONTH("to_char(f.at at time zone cast(:zone as text), 'YYYY-MM')");

    /** The key of whatever has none: no category chosen, nobody's building. */
    public static final String NOTHING = "-";

    private final String key;

    GroupBy(String key) {
        this.key = key;
    }

    /** SQL for the key of the group that a row {@code f} belongs to; a text, never null. */
    String key() {
        return "coalesce(" + key + ", '" + NOTHING + "')";
    }

    /** Whether the groups are stretches of the period itself, which the period before has others of. */
    boolean isTime() {
        return this == DAY || this == WEEK || this == MONTH;
    }
}
