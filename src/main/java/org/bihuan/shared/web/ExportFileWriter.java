package org.bihuan.shared.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.bihuan.shared.ExportFile;
import org.bihuan.shared.Exports;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends files while they are written. Without an end of the answer, because who breaks off must not seem to be done. */
@Provider
@Produces({Exports.CSV, Exports.XLSX})
class ExportFileWriter implements ServerMessageBodyWriter<ExportFile> {
    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == ExportFile.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ExportFile.class;
    }

    @Override
    public void writeResponse(ExportFile file, Type genericType, ServerRequestContext context) throws IOException {
        try {
            file.writeTo(context.getOrCreateOutputStream());
        } catch (IOException | RuntimeException e) {
            if (!context.serverResponse().headWritten()) {
                throw e;
            }
            context.serverResponse().reset();
            ((ResteasyReactiveRequestContext) context).resume(e);
        }
    }

    @Override
    public void writeTo(
            ExportFile file,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        file.writeTo(out);
    }
}
