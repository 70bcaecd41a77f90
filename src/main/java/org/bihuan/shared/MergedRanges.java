package org.bihuan.shared;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One list over several ranges, such as communities, each of which stands in the order of an index. Merged, no more is read of
 * all of them than is shown: a list over a condition {@code in (…)} would read every range to its end and sort it.
 *
 * @param entity what is listed
 * @param alias by what name conditions call it
 * @param order the fields it is sorted by, the unique one last
 * @param descending the direction of all of them
 */
public record MergedRanges(String entity, String alias, List<String> order, boolean descending) {
    public MergedRanges {
        order = List.copyOf(order);
    }

    /**
     * The HQL that selects the order's fields, the unique one last.
     *
     * @param ranges a condition for each, of which no row meets two
     * @param condition what rows of all ranges have to meet
     * @param rows how many at most
     */
    public String hql(List<String> ranges, String condition, int rows) {
        String fields = order.stream().map(this::field).collect(Collectors.joining(", "));
        String sorted = order.stream().map(field -> directed(field(field))).collect(Collectors.joining(", "));
        String places = IntStream.rangeClosed(1, order.size())
                .mapToObj(place -> directed(Integer.toString(place)))
                .collect(Collectors.joining(", "));
        String all = ranges.stream()
                .map(range -> "(select " + fields + " from " + entity + " " + alias + " where " + range + " and "
                        + condition + " order by " + sorted + " limit " + rows + ")")
                .collect(Collectors.joining(" union all "));
        return all + " order by " + places + " limit " + rows;
    }

    /** The same order, for one range alone. */
    public String orderBy() {
        return order.stream().map(field -> directed(field(field))).collect(Collectors.joining(", ", " order by ", ""));
    }

    private String field(String name) {
        return alias + "." + name;
    }

    private String directed(String expression) {
        return expression + (descending ? " desc" : " asc");
    }
}
