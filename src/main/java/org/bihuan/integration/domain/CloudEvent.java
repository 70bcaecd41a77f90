package org.bihuan.integration.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes events as CloudEvents 1.0, JSON format, structured mode. */
@ApplicationScoped
class CloudEvent {
    static final String MEDIA_TYPE = "application/cloudevents+json";

    private final ObjectMapper json;
    private final String source;

    CloudEvent(ObjectMapper json, @ConfigProperty(name = "bihuan.public-url") String source) {
        this.json = json;
        this.source = source;
    }

    byte[] write(LoggedEvent event) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", event.uid().toString());
        envelope.put("source", source);
        envelope.put("type", EventType.cloud(event.type()));
        if (event.workOrderId() != null) {
            envelope.put("subject", event.workOrderId().toString());
        }
        envelope.put("time", event.at().toString());
        envelope.put("datacontenttype", "application/json");
        envelope.put("data", event.data());
        try {
            return json.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
