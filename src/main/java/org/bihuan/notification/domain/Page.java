package org.bihuan.notification.domain;

import java.util.List;

/**
 * A message as it is laid out.
 *
 * @param subject one line
 * @param items of a list, where there is one
 * @param link where to follow the matter; empty where there is none
 */
public record Page(
        String language,
        String subject,
        List<String> paragraphs,
        List<String> items,
        String link,
        String linkText,
        String company) {}
