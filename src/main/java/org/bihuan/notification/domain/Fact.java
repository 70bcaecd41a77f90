package org.bihuan.notification.domain;

/** What the text of a message is made of. The names stand in rows: one that is taken away here stays readable there. */
enum Fact {
    NUMBER,
    MATTER,
    PRIORITY,
    PLACE,
    DESCRIPTION,
    /** Of the community; all times are told in it. */
    ZONE,
    /** By the name others know them by. */
    PERSON,
    /** The coded reason, outcome or clock. */
    CODE,
    /** A percentage, a satisfaction, a round or a count. */
    AMOUNT,
    FROM,
    UNTIL,
    /** Somebody's own words, which this reader may read. */
    WORDS,
    FOLLOW_UP,
    ATTEMPTS
}
