package org.bihuan.shared;

import java.io.IOException;
import java.io.OutputStream;

/** A file that comes into being while it is sent. */
public final class ExportFile {
    private final Content content;

    /** Writes all of it. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public ExportFile(Content content) {
        this.content = content;
    }

    /** Once. What fails before the first byte is refused in words; after that the connection is cut. */
    public void writeTo(OutputStream out) throws IOException {
        content.writeTo(out);
    }
}
