package org.bihuan.catalogue.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.bihuan.company.CompanyCreated;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.Ids;
import org.hibernate.Session;

/** Gives each new company its own copy of the starting catalogue; the files are read once, when the application starts. */
@Startup
@ApplicationScoped
class CompanyStart {
    private static final String INSERT_CATEGORIES = """
            insert into category (company_id, id, code, kind, name_zh, name_en, trade, default_priority, warranty_part,
              usual_liability, tools, method, questions, created_at, updated_at)
            select ?1, id, code, kind, names->>'zh-CN', names->>'en', trade, "defaultPriority", "warrantyPart",
              "usualLiability", tools, method, questions, ?2, ?2
            from jsonb_to_recordset(cast(?3 as jsonb)) as starter (id uuid, code text, kind text, names jsonb, trade text,
              "defaultPriority" text, "warrantyPart" text, "usualLiability" text, tools text[], method text[],
              questions text[])
            """;
    private static final String INSERT_TERMS = """
            insert into warranty_term (company_id, id, part, length, unit, source, created_at, updated_at)
            select ?1, id, part, length, unit, source, ?2, ?2
            from jsonb_to_recordset(cast(?3 as jsonb)) as starter (id uuid, part text, length int, unit text, source text)
            """;

    private final List<StarterCategory> categories = StarterCategory.all();
    private final List<StarterTerm> terms = StarterTerm.all();
    private final Session database;
    private final ObjectMapper json;
    private final Clock clock;

    CompanyStart(Session database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    void fill(@Observes CompanyCreated event) {
        insert(INSERT_CATEGORIES, event.company(), categories);
        insert(INSERT_TERMS, event.company(), terms);
    }

    private void insert(String sql, CompanyId company, List<?> rows) {
        database.createNativeMutationQuery(sql)
                .setParameter(1, company.value())
                .setParameter(2, clock.instant())
                .setParameter(3, withNewIds(rows))
                .executeUpdate();
    }

    private String withNewIds(List<?> rows) {
        ArrayNode array = json.createArrayNode();
        for (Object row : rows) {
            ObjectNode fields = json.valueToTree(row);
            array.add(fields.put("id", Ids.next().toString()));
        }
        try {
            return json.writeValueAsString(array);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
