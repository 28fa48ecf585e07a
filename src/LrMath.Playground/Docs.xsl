<?xml version="1.0" encoding="utf-8"?>
<!-- From the XML docs of the library to a line for each member: what kind and which, then its texts, each behind a name, with tabs between. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="utf-8" />
  <xsl:template match="/">
    <xsl:apply-templates select="doc/members/member[summary and (
      starts-with(@name, 'M:LrMath.Schedule.') or starts-with(@name, 'M:LrMath.MathNet.') or starts-with(@name, 'M:LrMath.Verbs.') or starts-with(@name, 'M:LrMath.Frameworks.')
      or starts-with(@name, 'P:LrMath.Shapes.') or starts-with(@name, 'M:LrMath.Shapes.') or starts-with(@name, 'P:LrMath.Frameworks.')
      or starts-with(@name, 'T:LrMath.ClosedLoop.') or starts-with(@name, 'P:LrMath.ClosedLoop.')
      or starts-with(@name, 'M:LrMath.ClosedLoop.Feedback.') or starts-with(@name, 'M:LrMath.Analysis.TorchLrFinder.'))]" />
  </xsl:template>
  <xsl:template match="member">
    <xsl:value-of select="@name" />
    <xsl:apply-templates select="summary|param|remarks" />
    <xsl:value-of select="'&#10;'" />
  </xsl:template>
  <xsl:template match="summary"><xsl:text>&#9;summary&#9;</xsl:text><xsl:call-template name="flat" /></xsl:template>
  <xsl:template match="remarks"><xsl:text>&#9;remarks&#9;</xsl:text><xsl:call-template name="flat" /></xsl:template>
  <xsl:template match="param"><xsl:text>&#9;param </xsl:text><xsl:value-of select="@name" /><xsl:value-of select="'&#9;'" /><xsl:call-template name="flat" /></xsl:template>
  <xsl:template name="flat">
    <xsl:variable name="words"><xsl:apply-templates mode="words" /></xsl:variable>
    <xsl:value-of select="normalize-space($words)" />
  </xsl:template>
  <xsl:template match="see[@langword]" mode="words"><xsl:value-of select="@langword" /></xsl:template>
  <xsl:template match="see[@cref]" mode="words">
    <xsl:call-template name="last"><xsl:with-param name="name" select="substring-before(concat(@cref, '('), '(')" /></xsl:call-template>
  </xsl:template>
  <xsl:template match="paramref|typeparamref" mode="words"><xsl:value-of select="@name" /></xsl:template>
  <xsl:template match="text()" mode="words"><xsl:value-of select="." /></xsl:template>
  <xsl:template match="code|para|item" mode="words"><xsl:value-of select="' '" /><xsl:apply-templates mode="words" /><xsl:value-of select="' '" /></xsl:template>
  <xsl:template match="*" mode="words"><xsl:apply-templates mode="words" /></xsl:template>
  <xsl:template name="last">
    <xsl:param name="name" />
    <xsl:choose>
      <xsl:when test="contains($name, '.')">
        <xsl:call-template name="last"><xsl:with-param name="name" select="substring-after($name, '.')" /></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$name" /></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
