package org.bihuan.notification.domain;

/** A mail could not be sent. Tells no address, because it stands in logs. */
final class MailTrouble extends Exception {
    private final boolean forGood;

    MailTrouble(String message, boolean forGood) {
        super(message);
        this.forGood = forGood;
    }

    /** Whether trying again would not help. */
    boolean isForGood() {
        return forGood;
    }
}
