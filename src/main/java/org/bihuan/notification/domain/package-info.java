@NullMarked
package org.bihuan.notification.domain;

import org.jspecify.annotations.NullMarked;
