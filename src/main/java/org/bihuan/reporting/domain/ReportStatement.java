package org.bihuan.reporting.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.reporting.domain.Figure.Statistic;
import org.jspecify.annotations.Nullable;

/** The SQL of a report: its figures and the rows behind them say the same conditions over the same rows. */
record ReportStatement(Report report, GroupBy groupBy) {
    private static final int HALF = 50;
    private static final int MOST = 90;
    private static final int NEARLY_ALL = 95;
    static final List<Integer> PERCENTS = List.of(HALF, MOST, NEARLY_ALL);

    /** One row of all together, whose {@code whole} is 1, and one for each group. */
    String figures() {
        List<String> columns = new ArrayList<>();
        List<Figure> figures = report.everyFigure().toList();
        for (int i = 0; i < figures.size(); i++) {
            columns.addAll(columns(figures.get(i), i));
        }
        String counted = String.join(", ", columns);
        return groupBy == GroupBy.NONE
                ? "select '' as key, 1 as whole, " + counted + rows()
                : "select coalesce(g.key, '') as key, grouping(g.key) as whole, " + counted + rows()
                        + " group by grouping sets ((), (g.key))";
    }

    private static List<String> columns(Figure figure, int i) {
        String meeting = " filter (where " + figure.condition() + ")";
        List<String> columns = new ArrayList<>();
        columns.add("count(*)" + meeting + " as c" + i);
        if (figure.outOf() != null) {
            columns.add("count(*) filter (where " + figure.outOf() + ") as o" + i);
        }
        if (figure.statistic() == Statistic.MEAN) {
            columns.add("round(avg(" + figure.expression() + ")" + meeting + ", 2) as m" + i);
        }
        if (figure.statistic() == Statistic.SUM) {
            columns.add("sum(" + figure.expression() + ")" + meeting + " as s" + i);
        }
        if (figure.statistic() == Statistic.PERCENTILES) {
            for (int percent : PERCENTS) {
                columns.add("percentile_disc(" + percent / 100.0 + ") within group (order by " + figure.expression()
                        + ")" + meeting + " as p" + percent + "_" + i);
            }
        }
        return columns;
    }

    /** @param condition of the figure, or of what it is a share of */
    String rows(String condition, boolean ofOneGroup, boolean further) {
        return selected() + rows() + where(condition, ofOneGroup)
                + (further ? " and (g.at, g.id, g.part) > (:afterAt, :afterId, :afterPart)" : "")
                + " order by g.at, g.id, g.part";
    }

    String count(String condition, boolean ofOneGroup) {
        return "select count(*)" + rows() + where(condition, ofOneGroup);
    }

    private String selected() {
        List<Column> columns = report.columns();
        StringBuilder facts = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            facts.append(", ")
                    .append(columns.get(i).expression())
                    .append(" as v")
                    .append(i);
        }
        return "select g.id, g.part, g.number, g.at" + facts;
    }

    private static String where(String condition, boolean ofOneGroup) {
        return " where (" + condition + ")" + (ofOneGroup ? " and g.key = :key" : "");
    }

    private String rows() {
        return " from (select f.*, " + groupBy.key() + " as key from ("
                + report.basis().sql(groupBy) + ") f) g";
    }

    /** The names of the groups a report can set apart, for whoever asked for another. */
    String groupings() {
        return report.groupings().stream().map(GroupBy::name).collect(Collectors.joining(", "));
    }

    static @Nullable String condition(Figure figure, boolean outOf) {
        return outOf ? figure.outOf() : figure.condition();
    }
}
