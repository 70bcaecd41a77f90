package org.bihuan.workorder;

/** In which way a matter was dealt with. */
public enum ResolutionCode {
    DONE,
    ANSWERED_AT_DESK,
    REFERRED
}
