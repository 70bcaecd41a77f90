package org.bihuan.catalogue.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.bihuan.shared.Language;

/** What a category is called in each language of the system. */
@NamedInEveryLanguage
public record CategoryNames(
        @JsonProperty(CategoryNames.ZH_CN) String zhCn, String en) {
    static final String ZH_CN = "zh-CN";

    public String in(Language language) {
        return language == Language.ZH_CN ? zhCn : en;
    }
}
