package org.bihuan.shared.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** An answer that has been JSON before and goes out byte by byte. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredJson(byte[] bytes) {
    /** The same for Jackson, which writes the answers of operations that declare what they answer. */
    @JsonValue
    @JsonRawValue
    String json() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

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
