package org.bihuan.shared;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The titles and the coded values of tables and sheets, in one language; they stand in {@code texts/tables}. */
public final class Words {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Language language;
    private final ResourceBundle words;

    public Words(Language language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("texts.tables", language.locale(), NO_FALLBACK);
    }

    public Language language() {
        return language;
    }

    /** Of a table. */
    public String title(String table) {
        return words.getString("table." + table);
    }

    /** Of a column. A table can have its own word for what others call something else. */
    public String title(String table, String column) {
        String own = table + "." + column;
        return words.containsKey(own) ? words.getString(own) : words.getString("column." + column);
    }

    /** @throws MissingResourceException for a constant that nobody has a word for */
    public String word(Enum<?> constant) {
        return words.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    public String word(boolean yes) {
        return words.getString(yes ? "yes" : "no");
    }

    /** A text with its arguments in place, as in {@link MessageFormat}. */
    public String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), language.locale()).format(arguments);
    }
}
