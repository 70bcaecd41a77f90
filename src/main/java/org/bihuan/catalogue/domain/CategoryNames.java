package org.bihuan.catalogue.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.bihuan.shared.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a category is called in each language of the system. */
@NamedInEveryLanguage
public record CategoryNames(
        @Schema(required = true, minLength = 1, maxLength = 100) @JsonProperty(CategoryNames.ZH_CN)
        String zhCn,

        @Schema(required = true, minLength = 1, maxLength = 100)
        String en) {
    static final String ZH_CN = "zh-CN";

    public String in(Language language) {
        return language == Language.ZH_CN ? zhCn : en;
    }
}
