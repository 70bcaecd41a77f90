package org.bihuan.shared.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** An answer that has been JSON before and goes out byte by byte. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredJson(byte[] bytes) {
    /** Writes it as it is. */
    @Provider
    @Produces(MediaType.WILDCARD)
    static class Writer implements MessageBodyWriter<StoredJson> {
        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return type == StoredJson.class;
        }

        @Override
        public void writeTo(
                StoredJson stored,
                Class<?> type,
                Type genericType,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            out.write(stored.bytes());
        }
    }
}
