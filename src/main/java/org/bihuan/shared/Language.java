package org.bihuan.shared;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The languages the system speaks. */
public enum Language {
    ZH_CN("zh-CN"),
    EN("en");

    private static final String BUNDLE = "texts.problems";

    /** English is the bundle without a language; the language of the machine is nobody's choice. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String tag;
    private final Locale locale;

    Language(String tag) {
        this.tag = tag;
        this.locale = Locale.forLanguageTag(tag);
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** The best match for an {@code Accept-Language} header; Chinese, the language of the desk, when nothing matches. */
    public static Language best(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ZH_CN;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            for (Locale.LanguageRange range : ranges) {
                if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
                    return ZH_CN;
                }
                if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
                    return EN;
                }
            }
        } catch (IllegalArgumentException e) {
            return ZH_CN; // a header we cannot read says nothing about languages
        }
        return ZH_CN;
    }

    /** The words for a code, with its arguments in place. */
    public String say(String code, List<Object> arguments) {
        try {
            String pattern =
                    ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(code);
            return new MessageFormat(pattern, locale).format(arguments.toArray());
        } catch (MissingResourceException e) {
            return code;
        }
    }
}
