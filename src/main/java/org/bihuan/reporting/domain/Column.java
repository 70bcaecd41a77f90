package org.bihuan.reporting.domain;

/**
 * One of the facts that a row behind a figure is shown with.
 *
 * @param name as in answers
 * @param expression SQL over a row {@code g} of the report's basis
 */
record Column(String name, Type type, String expression) {
    /** What stands in it. */
    public enum Type {
        TEXT,
        INSTANT,
        NUMBER,
        DURATION,
        LIST
    }

    static Column text(String name, String column) {
        return new Column(name, Type.TEXT, "cast(g." + column + " as text)");
    }

    static Column instant(String name, String column) {
        return new Column(name, Type.INSTANT, "g." + column);
    }

    static Column number(String name, String column) {
        return new Column(name, Type.NUMBER, "cast(g." + column + " as bigint)");
    }

    static Column duration(String name, String from, String to) {
        return new Column(name, Type.DURATION, Figure.seconds(from, to));
    }
}
