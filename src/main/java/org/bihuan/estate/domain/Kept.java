package org.bihuan.estate.domain;

/** Something of the registry and what becomes of it. */
final class Kept<T> {
    /** From the least to the most that can happen. */
    enum Fate {
        UNCHANGED,
        UPDATED,
        CREATED;

        Fate or(Fate other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    private T value;
    private Fate fate;

    private Kept(T value, Fate fate) {
        this.value = value;
        this.fate = fate;
    }

    static <T> Kept<T> known(T value) {
        return new Kept<>(value, Fate.UNCHANGED);
    }

    static <T> Kept<T> created(T value) {
        return new Kept<>(value, Fate.CREATED);
    }

    /** What this change amounts to: nothing where the value is the same. */
    Fate become(T wanted) {
        if (wanted.equals(value)) {
            return Fate.UNCHANGED;
        }
        value = wanted;
        fate = fate.or(Fate.UPDATED);
        return Fate.UPDATED;
    }

    T value() {
        return value;
    }

    boolean is(Fate asked) {
        return fate == asked;
    }
}
