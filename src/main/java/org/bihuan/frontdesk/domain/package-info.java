@NullMarked
package org.bihuan.frontdesk.domain;

import org.jspecify.annotations.NullMarked;
