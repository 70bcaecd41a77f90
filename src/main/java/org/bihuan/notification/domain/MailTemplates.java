package org.bihuan.notification.domain;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The texts in {@code templates/mail}: their first line is the subject. The layouts take what the texts have become. */
@CheckedTemplate(basePath = "mail")
public final class MailTemplates {
    private MailTemplates() {}

    public static native TemplateInstance ownerZh(Letter letter);

    public static native TemplateInstance ownerEn(Letter letter);

    public static native TemplateInstance staffZh(Letter letter);

    public static native TemplateInstance staffEn(Letter letter);

    public static native TemplateInstance layoutText(Page page);

    public static native TemplateInstance layoutHtml(Page page);
}
