package org.bihuan.notification.domain;

import org.bihuan.notification.MessageKind;

/**
 * What the texts of a message are filled with, in the language and the time zone of its reader. What is not known is empty.
 *
 * @param kind of the message
 * @param name of the reader
 * @param matter what sort of matter it is, in words
 * @param code the coded reason, outcome or doing
 * @param because the same in words, where the texts do not say it themselves
 * @param words somebody's own
 */
public record Letter(
        MessageKind kind,
        String name,
        String company,
        String number,
        String matter,
        String priority,
        String place,
        String description,
        String person,
        String code,
        String because,
        int amount,
        String from,
        String until,
        String words) {}
