package org.bihuan.shared.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Makes the served OpenAPI document tell the whole truth; runs when the application is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private final IndexView index;

    public ApiDescription(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        ApiRecords records = new ApiRecords(index);
        List<ApiOperation> operations = ApiOperation.all(document, index);
        new ApiSchemas(document, records).tell(operations);
        operations.forEach(ApiOperation::describe);
        new ApiAnswers(document, records).tell(operations);
        new ApiExamples(document).show(operations);
        new ApiSchemas(document, records).forgetUnused();
    }
}
