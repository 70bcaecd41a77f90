package org.bihuan.company.domain;

/** What this database keeps sealed was sealed with another {@code bihuan.secret} than the present one. */
final class WrongSecret extends IllegalStateException {
    private static final long serialVersionUID = 1;

    WrongSecret(Throwable cause) {
        super(
                "bihuan.secret is not the one this database was used with so far (or it is missing, or newly set). "
                        + "Set it (BIHUAN_SECRET in the environment) to what it was and start again. "
                        + "To change it on purpose, see \"Changing bihuan.secret\" in the operations guide.",
                cause);
    }
}
