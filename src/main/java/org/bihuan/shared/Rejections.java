package org.bihuan.shared;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file, as far as it is told. */
public final class Rejections implements Consumer<Rejection> {
    /** More would say no more to who must mend the file. */
    public static final int MOST = 1000;

    private final List<Rejection> all = new ArrayList<>();

    @Override
    public void accept(Rejection rejection) {
        if (!isFull()) {
            all.add(rejection);
        }
    }

    public boolean isFull() {
        return all.size() == MOST;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** By line; within one in the order they were found. */
    public List<Rejection> byLine() {
        return all.stream().sorted(Comparator.comparingInt(Rejection::line)).toList();
    }

    /** As {@link Rejection#of}. */
    public void add(int line, @Nullable String column, String code, Object... arguments) {
        accept(Rejection.of(line, column, code, arguments));
    }
}
