package org.bihuan.reporting.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a report counts. Its words, title, definitions and all, stand among the texts under {@code report.} and its name.
 *
 * @param name as it stands in paths
 * @param exclusions what the figures leave out, and is therefore counted too
 * @param columns what the rows behind its figures are shown with
 */
public record Report(
        String name,
        Basis basis,
        Set<GroupBy> groupings,
        List<Figure> figures,
        List<Figure> exclusions,
        List<Column> columns) {

    /** By its name, also an exclusion. */
    Optional<Figure> figure(String wanted) {
        return everyFigure().filter(figure -> figure.name().equals(wanted)).findFirst();
    }

    Stream<Figure> everyFigure() {
        return Stream.concat(figures.stream(), exclusions.stream());
    }

    /** In their order. */
    public List<String> figureNames() {
        return figures.stream().map(Figure::name).toList();
    }

    /** The reasons for which rows are not counted. */
    public List<String> exclusionNames() {
        return exclusions.stream().map(Figure::name).toList();
    }

    /** Of the facts that rows are shown with. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** What the rows behind its figures are. */
    public Subject about() {
        return basis.about();
    }

    /** Whether it tells of a period; else of this very moment. */
    public boolean hasPeriod() {
        return basis != Basis.BACKLOG;
    }

    /** What a row behind a figure leads to. */
    public enum Subject {
        WORK_ORDER,
        INTERACTION,
        FOLLOW_UP
    }
}
