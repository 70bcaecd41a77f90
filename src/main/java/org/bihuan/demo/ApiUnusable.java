package org.bihuan.demo;

/** Nothing answers at the address, or what answers there does not speak this API. The message is for the user. */
final class ApiUnusable extends RuntimeException {
    ApiUnusable(String message) {
        super(message);
    }

    ApiUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
