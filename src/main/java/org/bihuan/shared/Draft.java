package org.bihuan.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a client sent, and what is wrong with its form. For requests that name other things: whoever takes it looks up as
 * much as can be looked up and refuses with the errors of both, because clients are told all of them at once.
 *
 * @param value understood; where its form is wrong, parts of it can be null that otherwise never are
 * @param errors of its form, none of which makes it malformed
 */
public record Draft<T>(T value, List<FieldError> errors) {
    public Draft {
        errors = List.copyOf(errors);
    }

    /** With nothing wrong with it. */
    public static <T> Draft<T> of(T value) {
        return new Draft<>(value, List.of());
    }

    /** @throws InvalidInput when its form is wrong */
    public T valid() {
        InvalidInput.refuse(errors);
        return value;
    }

    /** With the value in another shape. */
    public <U> Draft<U> map(Function<T, U> shape) {
        return new Draft<>(shape.apply(value), errors);
    }

    /** Whether nothing is wrong with the form at this place. */
    public boolean isFine(String pointer) {
        return errors.stream().noneMatch(error -> error.pointer().equals(pointer));
    }

    /** The errors of its form, to be added to. */
    public List<FieldError> findings() {
        return new ArrayList<>(errors);
    }

    <U> Draft<U> as(Class<U> type) {
        return new Draft<>(type.cast(value), errors);
    }
}
