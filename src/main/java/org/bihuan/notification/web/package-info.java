@NullMarked
package org.bihuan.notification.web;

import org.jspecify.annotations.NullMarked;
