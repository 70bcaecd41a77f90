@NullMarked
package org.bihuan.notification.job;

import org.jspecify.annotations.NullMarked;
