package org.bihuan.shared;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * {@link Size} of texts as people, JSON Schema and PostgreSQL count: a rare character or an emoji is one. Found as a service, so
 * that it holds wherever a text is validated.
 */
public final class SizeInCharacters implements ConstraintValidator<Size, String> {
    private int min;
    private int max;

    @Override
    public void initialize(Size size) {
        min = size.min();
        max = size.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int characters = text.codePointCount(0, text.length());
        return characters >= min && characters <= max;
    }
}
