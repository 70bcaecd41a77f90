@NullMarked
package org.bihuan.notification;

import org.jspecify.annotations.NullMarked;
