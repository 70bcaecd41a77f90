package org.bihuan.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One list over several ranges, such as communities, each of which stands in the order of an index. Merged, no more is read of
 * all of them than is shown: a list over a condition {@code in (…)} would read every range to its end and sort it.
 *
 * @param entity what is listed; it is found by its {@code id}
 * @param alias by what name conditions call it
 * @param order the fields it is sorted by, of which the last is {@code id}
 * @param descending the direction of all of them
 */
public record MergedRanges(String entity, String alias, List<String> order, boolean descending) {
    private static final String MERGED = "merged";

    public MergedRanges {
        order = List.copyOf(order);
    }

    /**
     * The HQL of a list of the entity. Each range is sorted and cut by itself, because only then the database merges them in
     * the order of their index.
     *
     * @param ranges a condition for each, at least one, of which no row meets two
     * @param condition what rows of all ranges have to meet
     * @param rows how many at most
     */
    public String hql(List<String> ranges, String condition, int rows) {
        if (ranges.size() == 1) {
            return "select " + alias + selected(ranges.getFirst(), condition, rows);
        }
        String fields = each(place -> alias + "." + order.get(place) + " as " + key(place));
        String all = ranges.stream()
                .map(range -> "(select " + fields + selected(range, condition, rows) + ")")
                .collect(Collectors.joining(" union all "));
        return "select " + alias + " from (" + all + ") " + MERGED + " join " + entity + " " + alias + " on " + alias
                + ".id = " + MERGED + "." + key(order.size() - 1) + " order by "
                + each(place -> directed(MERGED + "." + key(place))) + " limit " + rows;
    }

    private String selected(String range, String condition, int rows) {
        String sorted = each(place -> directed(alias + "." + order.get(place)));
        return " from " + entity + " " + alias + " where " + range + " and " + condition + " order by " + sorted
                + " limit " + rows;
    }

    private interface Part {
        String of(int place);
    }

    private String each(Part part) {
        List<String> parts = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            parts.add(part.of(place));
        }
        return String.join(", ", parts);
    }

    private static String key(int place) {
        return "key" + place;
    }

    private String directed(String expression) {
        return expression + (descending ? " desc" : " asc");
    }
}
