@NullMarked
package org.bihuan.frontdesk;

import org.jspecify.annotations.NullMarked;
