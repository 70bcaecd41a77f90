@NullMarked
package org.bihuan.frontdesk.web;

import org.jspecify.annotations.NullMarked;
