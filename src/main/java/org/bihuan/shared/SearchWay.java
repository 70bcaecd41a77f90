package org.bihuan.shared;

/** In which way a hit matches what was searched for; the better ones first. */
public enum SearchWay {
    NUMBER,
    PHONE,
    CODE,
    NAME,
    NAME_START,
    SOUND,
    PHONE_PART,
    CODE_PART,
    WORDS
}
